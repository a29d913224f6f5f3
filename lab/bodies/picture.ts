import type { Raster } from './png.ts';

type Colour = readonly [red: number, green: number, blue: number];

/** A vessel turned on a wheel. Lengths are shares of the picture's height. */
export interface Vessel {
  /** Middle of the foot, as a share of the picture's width. */
  readonly x: number;
  readonly height: number;
  /** Radii from foot to rim, evenly spaced. */
  readonly profile: readonly number[];
  readonly clay: Colour;
  readonly glaze: Colour;
  /** How far up the glaze begins: 0 covers all, 1 nothing. */
  readonly glazeFrom: number;
}

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly wall: Colour;
  readonly table: Colour;
  readonly vessels: readonly Vessel[];
}

/** Where the table meets the wall, and where the vessels stand, from the top. */
const HORIZON = 0.72;
const GROUND = 0.86;

/** Few shades keep the picture flat in style, and its file small. */
const SHADES = 7;

export function drawScene(scene: Scene): Raster {
  const { width, height } = scene;
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [red, green, blue] = colourAt(scene, x, y);
      const at = (y * width + x) * 3;
      pixels[at] = red;
      pixels[at + 1] = green;
      pixels[at + 2] = blue;
    }
  }
  return { width, height, pixels };
}

function colourAt(scene: Scene, x: number, y: number): Colour {
  const background = colourBehind(scene, x, y);
  return scene.vessels.reduce<Colour>(
    (below, vessel) => paintVessel(vessel, scene, { x, y, below }),
    background,
  );
}

function colourBehind({ width, height, wall, table, vessels }: Scene, x: number, y: number): Colour {
  const v = y / height;
  if (v < HORIZON) return shade(wall, 1.04 - 0.08 * quantise(v / HORIZON));
  const shadowed = vessels.some((vessel) => isInShadow(vessel, (x - vessel.x * width) / height, v));
  return shade(table, shadowed ? 0.86 : 1);
}

function isInShadow({ profile }: Vessel, dx: number, v: number): boolean {
  const reach = (profile[0] ?? 0) * 1.5;
  const across = (dx - reach * 0.5) / (reach * 1.6);
  const down = (v - GROUND) / 0.025;
  return across * across + down * down < 1;
}

function paintVessel(
  vessel: Vessel,
  { width, height }: Scene,
  { x, y, below }: { x: number; y: number; below: Colour },
): Colour {
  const up = (GROUND - y / height) / vessel.height;
  if (up < 0 || up > 1) return below;
  const radius = radiusAt(vessel.profile, up);
  const dx = (x - vessel.x * width) / height;
  const inside = radius - Math.abs(dx);
  if (inside <= 0) return below;
  const surface = up > vessel.glazeFrom + 0.03 * Math.sin(dx * 60) ? vessel.glaze : vessel.clay;
  const rim = up > 0.985 ? 0.82 : 1;
  const lit = shade(surface, rim * (0.72 + 0.4 * quantise(lightAt(dx / radius))));
  const edge = Math.min(1, inside * height);
  return mix(below, lit, edge);
}

/** Light from the upper left: brightest where the surface faces it. */
function lightAt(across: number): number {
  return Math.max(0, Math.cos(Math.asin(across) + 0.6));
}

/** A curve through all radii (Catmull-Rom), so that the outline has no corners. */
function radiusAt(profile: readonly number[], up: number): number {
  const position = up * (profile.length - 1);
  const index = Math.min(Math.floor(position), profile.length - 2);
  const t = position - index;
  const at = (i: number): number => profile[Math.max(0, Math.min(i, profile.length - 1))] ?? 0;
  const [a, b, c, d] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

function quantise(value: number): number {
  return Math.round(value * SHADES) / SHADES;
}

function shade(colour: Colour, factor: number): Colour {
  return [clamp(colour[0] * factor), clamp(colour[1] * factor), clamp(colour[2] * factor)];
}

function mix(a: Colour, b: Colour, share: number): Colour {
  const at = (i: 0 | 1 | 2): number => clamp(a[i] + (b[i] - a[i]) * share);
  return [at(0), at(1), at(2)];
}

function clamp(value: number): number {
  return Math.max(0, Math.min(255, Math.round(value)));
}
