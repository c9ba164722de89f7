import Taro from '@tarojs/taro';
import { toGcj02 } from './gcj02';

type Destination = {
  readonly lat: number;
  readonly lng: number;
  readonly name: string;
  readonly address: string;
};

/** Opens the platform's own map at the place, from where a map app leads there. */
export const navigateTo = ({ name, address, ...position }: Destination): void => {
  const { lat, lng } = toGcj02(position);
  void Taro.openLocation({ latitude: lat, longitude: lng, name, address, scale: 17 });
};
