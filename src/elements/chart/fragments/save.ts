/** Hands a file to the reader, as a link would. */
export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Some browsers read it only after the click has gone through.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 10_000);
}
