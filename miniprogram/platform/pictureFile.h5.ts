import { type PictureFile, type Saving } from './canvasTypes';

const asFile = ({ blob }: PictureFile, name: string): File[] =>
  blob ? [new File([blob], name, { type: blob.type })] : [];

/** Saves the picture among the downloads. */
export const savePicture = ({ path }: PictureFile, name: string): Promise<Saving> => {
  const link = document.createElement('a');
  link.href = path;
  link.download = name;
  link.click();
  return Promise.resolve('saved');
};

/** Whether the browser can send a picture to other apps. */
export const canSendPictures = (): boolean => {
  const { navigator } = window;
  return (
    'canShare' in navigator &&
    navigator.canShare({ files: [new File([], 'poster.png', { type: 'image/png' })] })
  );
};

/** Lets the person choose an app to send the picture with. */
export const sendPicture = async (picture: PictureFile, name: string): Promise<void> => {
  try {
    await window.navigator.share({ files: asFile(picture, name) });
  } catch {
    // The person changed their mind.
  }
};

/** Browsers ask nothing before a download. */
export const openSettings = (): Promise<void> => Promise.resolve();

/** Gives the memory of a picture back that is shown no more. */
export const forgetPicture = ({ path }: PictureFile): void => URL.revokeObjectURL(path);
