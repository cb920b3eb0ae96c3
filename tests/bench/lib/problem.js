/** Something that whoever runs the benchmark can mend: the sentence is enough, and no stack helps. */
export class Problem extends Error {}
