export type MapPoint = { readonly lat: number; readonly lng: number };

export type MapMarker = MapPoint & {
  readonly id: string;
  readonly kind: 'courier' | 'stop' | 'pickup';
  /** Shown beside it, e.g. the stop's number. */
  readonly text?: string;
};

export type CityMapProps = {
  markers: readonly MapMarker[];
  /** The way, in order. */
  path?: readonly MapPoint[];
  /** px */
  height?: number;
  /** What the map shows, for who cannot see it: say the essentials in words beside it too. */
  label: string;
};

export const markerColours = { courier: '#c2341c', stop: '#2a7547', pickup: '#235f83' } as const;
