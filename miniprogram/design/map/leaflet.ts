import 'leaflet/dist/leaflet.css';
import * as leaflet from 'leaflet';

export { leaflet };
