import Taro from '@tarojs/taro';

type Position = { readonly lat: number; readonly lng: number };

/** Tells where this device is whenever it moves; `refused` when that is not allowed or unknown. Gives the way to stop. */
export const watchPosition = (moved: (position: Position) => void, refused: () => void): (() => void) => {
  const listen: Taro.onLocationChange.Callback = ({ latitude, longitude }) =>
    moved({ lat: latitude, lng: longitude });
  Taro.onLocationChange(listen);
  Taro.startLocationUpdate({ type: 'wgs84', fail: refused });
  return () => {
    Taro.offLocationChange(listen);
    Taro.stopLocationUpdate({});
  };
};
