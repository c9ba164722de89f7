import { buildApp } from '../services/start/appBuild';
import startEngines from './globalSetup';

/** The app is built before all, too: tests beside each other would each begin to build it, and take it away from one another. */
export default async function setUpSystem(): Promise<void> {
  await startEngines();
  if (!(await buildApp().done)) throw new Error('The app cannot be built: npm run build:h5 says why');
}
