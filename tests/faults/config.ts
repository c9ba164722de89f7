/** How hard the tests of faults try: `FAULT_SECONDS=600 FAULT_SEED=7 npx jest --selectProjects=system …`. */
export const faultConfig = {
  /** How long neighbours order while everything is killed again and again. */
  seconds: Number(process.env['FAULT_SECONDS'] ?? 22),
  /** The same seed makes the same choices; when exactly a kill hits stays chance. */
  seed: Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000),
};
