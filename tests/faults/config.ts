/** How hard the tests of faults try: `FAULT_KILLS=100 FAULT_SEED=7 npm test -- tests/faults`. */
export const faultConfig = {
  /** How often everything is killed while neighbours order. */
  kills: Number(process.env['FAULT_KILLS'] ?? 3),
  /** The same seed makes the same choices; when exactly a kill hits stays chance. */
  seed: Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000),
};
