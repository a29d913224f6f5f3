/**
 * Units as flavoured numbers: any plain number may become one, but one unit never passes for another.
 * A full brand would need a cast after every subtraction; this catches the mix-ups without the casts.
 */
declare const unit: unique symbol;

type Flavour<Name extends string> = number & { readonly [unit]?: Name };

/** A duration, or a moment relative to the start of the visit. */
export type Milliseconds = Flavour<'ms'>;

/** A moment of the wall clock. For display only: order is by sequence, never by clock. */
export type EpochMs = Flavour<'epoch-ms'>;

export type Bytes = Flavour<'bytes'>;

/** A share or relative change; 0.2 is 20 %. */
export type Ratio = Flavour<'ratio'>;
