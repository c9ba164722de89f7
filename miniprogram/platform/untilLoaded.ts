const firstPauseMs = 1_000;
const longestPauseMs = 30_000;

/**
 * A part of the app that is loaded when it is first needed: without a signal, or cut off on its way, it is tried again until it is there.
 * Pauses grow from a second to half a minute.
 */
export const untilLoaded = async <Part>(load: () => Promise<Part>): Promise<Part> => {
  for (let pause = firstPauseMs; ; pause = Math.min(longestPauseMs, 2 * pause)) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
};
