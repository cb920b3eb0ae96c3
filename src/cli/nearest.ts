/** How many letters have to be added, taken away or replaced to make the one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The word that somebody may have meant; `undefined` when none is near. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const most = Math.max(1, Math.floor(word.length / 3));
  // Words of quite another length cannot be near, and are the most of them.
  const near = words
    .filter(({ length }) => Math.abs(length - word.length) <= most)
    .map((one) => ({ one, far: distance(word, one) }))
    .sort((a, b) => a.far - b.far)[0];
  return near && near.far <= most ? near.one : undefined;
}
