/**
 * A type as the library hands it out: read-only all the way down (records are frozen), and without the open index signature that
 * lets unknown fields of a newer version through at run time but would let a misspelt property through the type checker.
 */
export type Plain<T> = T extends readonly (infer Item)[]
  ? readonly Plain<Item>[]
  : T extends object
    ? { readonly [Key in keyof T as string extends Key ? never : Key]: Plain<T[Key]> }
    : T;
