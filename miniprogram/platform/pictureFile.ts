import Taro from '@tarojs/taro';
import { type PictureFile, type Saving } from './canvasTypes';

/** What the platforms say in `errMsg` (Alipay: `errorMessage`) when saving fails. */
const outcomeOf = (error: unknown): Saving => {
  const { errMsg = '', errorMessage = '' } = (error ?? {}) as { errMsg?: string; errorMessage?: string };
  const said = errMsg + errorMessage;
  if (/auth|deny|denied|permission|权限|授权/i.test(said)) return 'refused';
  return /cancel/i.test(said) ? 'cancelled' : 'failed';
};

/** Saves the picture in the phone's album; the platform asks for leave the first time. */
export const savePicture = async ({ path }: PictureFile, _name: string): Promise<Saving> => {
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: path });
    return 'saved';
  } catch (error) {
    return outcomeOf(error);
  }
};

/** Whether the platform can send a picture to a chat. */
export const canSendPictures = (): boolean => Taro.canIUse('showShareImageMenu');

/** Lets the person choose whom to send the picture to. */
export const sendPicture = async ({ path }: PictureFile, _name: string): Promise<void> => {
  try {
    await Taro.showShareImageMenu({ path });
  } catch {
    // The person changed their mind.
  }
};

/** Opens the platform's page of what this program may do. */
export const openSettings = async (): Promise<void> => {
  try {
    await Taro.openSetting();
  } catch {
    // The way there was told in words.
  }
};

/** The platform clears its own temporary files. */
export const forgetPicture = (_picture: PictureFile): void => undefined;
