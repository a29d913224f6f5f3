/** A value that sits somewhere in a document: its owner and its name there. */
export type Place = [owner: Record<string, unknown>, name: string];

/** Every value anywhere in a document, leaves and branches alike, outer ones first. */
export function listPlaces(document: unknown): Place[] {
  if (typeof document !== 'object' || document === null) return [];
  const owner = document as Record<string, unknown>;
  return Object.keys(owner).flatMap((name) => [[owner, name] as Place, ...listPlaces(owner[name])]);
}

/** A copy of the document, which is JSON, in which one value, chosen by a number of any size, has been replaced. */
export function replaceValue(document: unknown, place: number, value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(document)) as unknown;
  const places = listPlaces(copy);
  const [owner, name] = places[place % places.length] ?? [{}, ''];
  owner[name] = value;
  return copy;
}
