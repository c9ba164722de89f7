import { Map, View } from '@tarojs/components';
import { markerColours, type CityMapProps } from './types';

const centreOf = (points: readonly { lat: number; lng: number }[]) => {
  const [first] = points;
  return first ?? { lat: 31.23, lng: 121.47 };
};

/** Points and a way on the platform's own map. */
export function CityMap({ markers, path, height = 240, label }: CityMapProps) {
  const points = [...markers, ...(path ?? [])];
  const centre = centreOf(points);
  return (
    <View ariaLabel={label}>
      <Map
        latitude={centre.lat}
        longitude={centre.lng}
        scale={14}
        style={{ width: '100%', height: `${height}px` }}
        includePoints={points.map(({ lat, lng }) => ({ latitude: lat, longitude: lng }))}
        markers={markers.map(({ lat, lng, kind, text }, id) => ({
          id,
          latitude: lat,
          longitude: lng,
          width: 24,
          height: 24,
          iconPath: '',
          label: {
            content: text ?? '●',
            color: '#ffffff',
            fontSize: 12,
            anchorX: 0,
            anchorY: 0,
            borderWidth: 0,
            borderColor: markerColours[kind],
            borderRadius: 12,
            bgColor: markerColours[kind],
            padding: 4,
            textAlign: 'center',
          },
        }))}
        polyline={
          path && path.length > 1
            ? [
                {
                  points: path.map(({ lat, lng }) => ({ latitude: lat, longitude: lng })),
                  color: '#2a7547',
                  width: 4,
                },
              ]
            : []
        }
        onError={() => undefined}
      />
    </View>
  );
}
