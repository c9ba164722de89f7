/** Whether the browser can send a link to other apps. */
export const canShareNatively = (): boolean => 'share' in window.navigator;

export const shareNatively = async (title: string, url: string): Promise<void> => {
  try {
    await window.navigator.share({ title, url });
  } catch {
    // The person changed their mind.
  }
};

/** Puts text on the clipboard; tells whether it did. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await window.navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};
