/** Where the bytes of files lie. Keys are like `pic_01H…/480.webp`; what lies at a key never changes. */
export type FileStore = {
  put(key: string, bytes: Buffer): Promise<void>;
  /** Undefined when there is nothing. */
  get(key: string): Promise<Buffer | undefined>;
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>;
};
