/** What React warned of in the test that runs: something changed on the screen after nobody was looking any more. */
const warnings: string[] = [];
const { error } = console;

console.error = (...said: unknown[]) => {
  const words = said.map(String).join(' ');
  if (words.includes('not wrapped in act(')) warnings.push(words);
  else error(...said);
};

afterEach(() => {
  const found = warnings.splice(0);
  if (found.length > 0)
    throw new Error(`Wait for what the test brings about, or unmount it:\n${found.join('\n')}`);
});
