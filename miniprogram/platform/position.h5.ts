type Position = { readonly lat: number; readonly lng: number };

const patienceMs = 8000;

/** Where this device is, asked of the person; nothing when refused or unknown. */
export const findPosition = (): Promise<Position | undefined> =>
  new Promise((resolve) => {
    if (!('geolocation' in window.navigator)) {
      resolve(undefined);
      return;
    }
    window.navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lat: coords.latitude, lng: coords.longitude }),
      () => resolve(undefined),
      { timeout: patienceMs, maximumAge: 60_000 },
    );
  });
