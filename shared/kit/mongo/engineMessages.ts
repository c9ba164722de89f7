/** What the engine's process tells the one that started it. */
export type EngineMessage =
  | { type: 'progress'; note: string }
  | { type: 'ready'; uri: string }
  | { type: 'failed'; reason: EngineFailure; detail: string };

export type EngineFailure = 'cannot_load' | 'data_dir_in_use' | 'data_dir_unusable';

/** What the starter asks of the engine's process. */
export type EngineRequest = { type: 'close' };
