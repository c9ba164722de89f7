/** Where the stand-ins say what happens; pino and its like fit. */
export type SandboxLog = {
  info: (facts: object, message: string) => void;
  warn: (facts: object, message: string) => void;
  error: (facts: object, message: string) => void;
};
