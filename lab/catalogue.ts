import type { Scene, Vessel } from './bodies/picture.ts';

/** What the shop sells, and how each piece looks. */
export interface Product {
  readonly id: number;
  readonly name: string;
  readonly note: string;
  readonly price: string;
  readonly stock: number;
  readonly scene: Scene;
}

const SAND = [236, 226, 211] as const;
const TERRACOTTA = [196, 112, 82] as const;
const BONE = [232, 219, 196] as const;
const PINE = [62, 96, 84] as const;
const INK = [49, 66, 92] as const;
const OCHRE = [214, 164, 78] as const;
const ROSE = [214, 158, 148] as const;
const SLATE = [104, 114, 122] as const;

const TALL = [0.09, 0.13, 0.16, 0.15, 0.1, 0.06, 0.05, 0.08];
const ROUND = [0.12, 0.2, 0.25, 0.26, 0.22, 0.13, 0.09, 0.11];
const BOWL = [0.09, 0.1, 0.17, 0.22, 0.25, 0.265];
const CUP = [0.11, 0.135, 0.14, 0.14, 0.142, 0.145];
const JUG = [0.13, 0.18, 0.2, 0.19, 0.15, 0.12, 0.12, 0.145];
const PLANTER = [0.13, 0.155, 0.175, 0.19, 0.2, 0.205];

const vessel = (x: number, shape: Omit<Vessel, 'x'>): Vessel => ({ x, ...shape });

const tallVase = { height: 0.66, profile: TALL, clay: TERRACOTTA, glaze: BONE, glazeFrom: 0.45 };
const moonJar = { height: 0.52, profile: ROUND, clay: BONE, glaze: [246, 240, 228], glazeFrom: 0.2 } as const;
const bowl = { height: 0.24, profile: BOWL, clay: TERRACOTTA, glaze: PINE, glazeFrom: 0.35 };
const cup = { height: 0.27, profile: CUP, clay: BONE, glaze: INK, glazeFrom: 0.5 };
const jug = { height: 0.5, profile: JUG, clay: SLATE, glaze: OCHRE, glazeFrom: 0.3 };
const planter = { height: 0.38, profile: PLANTER, clay: ROSE, glaze: ROSE, glazeFrom: 1 };

const portrait = (wall: Scene['wall'], shape: Omit<Vessel, 'x'>): Scene => ({
  width: 400,
  height: 400,
  wall,
  table: [206, 186, 160],
  vessels: [vessel(0.5, shape)],
});

export const PRODUCTS: readonly Product[] = [
  {
    id: 1,
    name: 'Tall vase, half dipped',
    note: '28 cm, waterproof',
    price: '€ 64',
    stock: 4,
    scene: portrait(SAND, tallVase),
  },
  {
    id: 2,
    name: 'Moon jar',
    note: 'Thrown in two halves',
    price: '€ 120',
    stock: 2,
    scene: portrait([205, 216, 210], moonJar),
  },
  {
    id: 3,
    name: 'Supper bowl, pine',
    note: 'Stacks, 16 cm',
    price: '€ 32',
    stock: 18,
    scene: portrait([240, 222, 206], bowl),
  },
  {
    id: 4,
    name: 'Tumbler, ink',
    note: 'Holds 220 ml',
    price: '€ 24',
    stock: 31,
    scene: portrait([224, 214, 200], cup),
  },
  {
    id: 5,
    name: 'Water jug, ochre',
    note: 'Pours without a drip',
    price: '€ 78',
    stock: 7,
    scene: portrait([214, 220, 224], jug),
  },
  {
    id: 6,
    name: 'Planter, rose',
    note: 'With a saucer',
    price: '€ 46',
    stock: 11,
    scene: portrait([226, 224, 206], planter),
  },
];

export const HERO_SCENE: Scene = {
  width: 960,
  height: 400,
  wall: [222, 208, 190],
  table: [184, 158, 130],
  vessels: [
    vessel(0.46, tallVase),
    vessel(0.7, jug),
    vessel(0.58, moonJar),
    vessel(0.8, cup),
    vessel(0.91, planter),
  ],
};

/** One small mark for each of the trade fairs the studio has been to. */
export const ICON_SCENE: Scene = { ...portrait(SAND, cup), width: 48, height: 48 };

export const STUDIO_SCENE: Scene = {
  width: 800,
  height: 360,
  wall: [198, 206, 198],
  table: [176, 152, 128],
  vessels: [vessel(0.17, bowl), vessel(0.35, cup), vessel(0.56, moonJar), vessel(0.8, tallVase)],
};
