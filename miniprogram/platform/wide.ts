/** Whether the screen has room for a list and what was chosen side by side; a phone's mini program never has. */
export const useWide = (): boolean => false;
