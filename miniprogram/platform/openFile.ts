import Taro from '@tarojs/taro';

/** Kinds of files that can be shown here. */
export const openableFormats = ['pdf', 'xlsx'] as const;

/** Shows a file in the host's own viewer, from where it can be sent on. */
export const openFile = async (name: string, bytes: ArrayBuffer): Promise<void> => {
  const filePath = `${String(Taro.env.USER_DATA_PATH)}/${name}`;
  await new Promise<void>((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({
      filePath,
      data: bytes,
      encoding: 'binary',
      success: () => resolve(),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
  await Taro.openDocument({ filePath, fileType: name.endsWith('.pdf') ? 'pdf' : 'xlsx', showMenu: true });
};
