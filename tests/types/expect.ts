/** True only where the two types are the same, `any` and `unknown` included. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** `exactly<Date>()(value)` compiles only where the value's type is this one, neither wider nor narrower. */
export const exactly =
  <Expected>() =>
  <Given>(given: Given, ..._same: Same<Expected, Given> extends true ? [] : [never]): Given =>
    given;

/** Reads a value: what the compiler says of it is the test. */
export const use = (..._values: readonly unknown[]): void => undefined;
