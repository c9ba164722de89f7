import { type ServerMessage } from './messages';

type Moved = Extract<ServerMessage, { name: 'etas_moved' }>['message'];

/** The stops with the ETAs that moved laid on them. */
export const withEtas = <Stop extends { readonly stopId: string; readonly eta?: string | undefined }>(
  stops: readonly Stop[],
  { etas }: Moved,
): Stop[] =>
  stops.map((stop) => {
    const moved = etas.find(({ stopId }) => stopId === stop.stopId);
    return moved ? { ...stop, eta: moved.eta } : stop;
  });
