import { render, waitFor } from '@testing-library/react';
import { CityMap } from './CityMap';
import { type MapMarker } from './types';

const mockFitBounds = jest.fn();
jest.mock('./leaflet', () => {
  const added = { addTo: () => added, clearLayers: () => undefined };
  return {
    leaflet: {
      map: () => ({ setView: () => undefined, remove: () => undefined, fitBounds: mockFitBounds }),
      layerGroup: () => added,
      marker: () => added,
      divIcon: () => ({}),
      latLngBounds: (points: unknown[]) => points,
    },
  };
});

const courier = (lng: number): MapMarker => ({ id: 'rou_1', kind: 'courier', lat: 30, lng });
const stop: MapMarker = { id: 'stp_1', kind: 'pickup', lat: 31, lng: 121 };

test('what comes later is brought into the frame, what moves leaves it as it is', async () => {
  const { rerender } = render(<CityMap markers={[courier(120)]} label="Map" />);
  await waitFor(() => expect(mockFitBounds).toHaveBeenCalledTimes(1));
  rerender(<CityMap markers={[courier(120.1)]} label="Map" />);
  expect(mockFitBounds).toHaveBeenCalledTimes(1);
  rerender(<CityMap markers={[courier(120.1), stop]} label="Map" />);
  expect(mockFitBounds).toHaveBeenCalledTimes(2);
  expect(mockFitBounds).toHaveBeenLastCalledWith(
    [
      [30, 120.1],
      [31, 121],
    ],
    expect.anything(),
  );
  rerender(<CityMap markers={[courier(120.2)]} label="Map" />);
  expect(mockFitBounds).toHaveBeenCalledTimes(2);
});
