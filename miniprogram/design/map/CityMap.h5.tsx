import { useEffect, useRef } from 'react';
import type * as Leaflet from 'leaflet';
import { untilLoaded } from '@/platform/untilLoaded';
import { markerColours, type CityMapProps } from './types';

type Drawn = {
  leaflet: typeof Leaflet;
  map: Leaflet.Map;
  layer: Leaflet.LayerGroup;
  /** What was in the frame when it was chosen, by id; nothing before. */
  framed: Set<string> | undefined;
};

const draw = (drawn: Drawn, { markers, path }: Pick<CityMapProps, 'markers' | 'path'>) => {
  const { leaflet, map, layer } = drawn;
  layer.clearLayers();
  if (path && path.length > 1)
    leaflet
      .polyline(
        path.map(({ lat, lng }) => [lat, lng]),
        { color: '#2a7547', weight: 4, opacity: 0.6, interactive: false },
      )
      .addTo(layer);
  for (const { lat, lng, kind, text } of markers) {
    const html = document.createElement('span');
    html.className = `lt-marker lt-marker--${kind}`;
    html.style.background = markerColours[kind];
    html.textContent = text ?? '';
    leaflet
      .marker([lat, lng], {
        icon: leaflet.divIcon({ html, className: '', iconSize: [28, 28] }),
        keyboard: false,
        interactive: false,
      })
      .addTo(layer);
  }
  const points = [...markers, ...(path ?? [])];
  // What only moves leaves the frame alone: somebody may have dragged it. What comes must be seen.
  const comes = markers.some(({ id }) => !drawn.framed?.has(id));
  if (points.length > 0 && (!drawn.framed || comes)) {
    map.fitBounds(leaflet.latLngBounds(points.map(({ lat, lng }) => [lat, lng])), {
      padding: [28, 28],
      maxZoom: 16,
    });
    drawn.framed = new Set(markers.map(({ id }) => id));
  }
};

/** Points and a way on a plain ground; Leaflet is loaded when the first map is shown, and no tiles are fetched. */
export function CityMap({ markers, path, height = 240, label }: CityMapProps) {
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn | undefined>(undefined);
  const latest = useRef({ markers, path });
  useEffect(() => {
    latest.current = { markers, path };
    if (drawn.current) draw(drawn.current, { markers, ...(path === undefined ? {} : { path }) });
  }, [markers, path]);
  useEffect(() => {
    let gone = false;
    void untilLoaded(() => import('./leaflet')).then(({ leaflet }) => {
      if (gone || !place.current) return;
      const map = leaflet.map(place.current, {
        attributionControl: false,
        zoomControl: false,
      });
      map.setView([31.23, 121.47], 13);
      drawn.current = { leaflet, map, layer: leaflet.layerGroup().addTo(map), framed: undefined };
      const { markers: points, path: way } = latest.current;
      draw(drawn.current, { markers: points, ...(way === undefined ? {} : { path: way }) });
    });
    return () => {
      gone = true;
      drawn.current?.map.remove();
      drawn.current = undefined;
    };
  }, []);
  return <div ref={place} className="lt-map" role="application" aria-label={label} style={{ height }} />;
}
