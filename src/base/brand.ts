// Nominal types: a branded string cannot be mixed up with another string, and one function hands out each brand.

declare const brand: unique symbol;

export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };
