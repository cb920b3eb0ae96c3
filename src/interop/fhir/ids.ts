/**
 * A UUID made of a name: the same each time, and another for another name. Version 8 (RFC 9562), out of the 128-bit FNV-1a hash: version 5 would need
 * SHA-1, which takes four times as much code. A hash that holds against forgery would protect nothing here: whoever chooses a record's id names the record.
 */
export function uuidOf(name: string): string {
  let hash = 0x6c62272e07bb014262b821756295c58dn;
  for (const byte of new TextEncoder().encode(name))
    hash = BigInt.asUintN(128, (hash ^ BigInt(byte)) * 0x1000000000000000000013bn);
  // The version and the variant stand at two fixed places.
  return hash
    .toString(16)
    .padStart(32, '0')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-8$3-8$4-$5');
}
