type Position = { readonly lat: number; readonly lng: number };

/** Tells where this device is whenever it moves; `refused` when that is not allowed or unknown. Gives the way to stop. */
export const watchPosition = (moved: (position: Position) => void, refused: () => void): (() => void) => {
  if (!('geolocation' in window.navigator)) {
    refused();
    return () => undefined;
  }
  const id = window.navigator.geolocation.watchPosition(
    ({ coords }) => moved({ lat: coords.latitude, lng: coords.longitude }),
    ({ code, PERMISSION_DENIED }) => {
      // A tunnel is no refusal: the next fix comes by itself.
      if (code === PERMISSION_DENIED) refused();
    },
    { enableHighAccuracy: true, maximumAge: 5000 },
  );
  return () => window.navigator.geolocation.clearWatch(id);
};
