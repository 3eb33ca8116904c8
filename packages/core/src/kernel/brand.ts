/**
 * Nominal types over plain values: a `Tiyn` is a bigint that was checked, and only its maker can
 * make one.
 */
declare const brand: unique symbol;

/**
 * `Value` that carries the name of what it means. Made by one `as*`, `parse*` or `to*` function
 * beside the type.
 */
export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };
