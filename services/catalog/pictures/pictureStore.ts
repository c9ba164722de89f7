/** Where the bytes of pictures lie. Keys are like `pic_01H…/480.webp`; what lies at a key never changes. */
export type PictureStore = {
  put(key: string, bytes: Buffer): Promise<void>;
  /** Undefined when there is nothing. */
  get(key: string): Promise<Buffer | undefined>;
};
