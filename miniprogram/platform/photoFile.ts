import Taro from '@tarojs/taro';

type FileReply = { readonly statusCode: number; readonly data: string };
type FileRequest = {
  readonly url: string;
  readonly path: string;
  readonly header: Readonly<Record<string, string>>;
  /** Is told how much has gone, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
};

/** A copy that survives restarts, as an address to keep; the photo itself where the phone keeps no copies. */
export const keepPhoto = async (path: string): Promise<string> => {
  try {
    const saved = (await Taro.saveFile({ tempFilePath: path })) as { savedFilePath?: string };
    return saved.savedFilePath ?? path;
  } catch {
    return path;
  }
};

/** Posts the photo as the form field `file`. Throws when there is no connection. */
export const sendPhoto = ({ url, path, header, onProgress }: FileRequest): Promise<FileReply> => {
  const task = Taro.uploadFile({ url, filePath: path, name: 'file', header: { ...header } });
  task.progress(({ progress }) => onProgress?.(progress / 100));
  return task;
};
