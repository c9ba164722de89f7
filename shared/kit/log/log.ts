import { types } from 'node:util';
import pino, { type DestinationStream, type Logger } from 'pino';
import { currentCorrelationId } from './correlation';
import { redactLine } from './redact';

export type Log = Logger;
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/**
 * Structured log of one service: a JSON object per line, with the service's name, an ISO time and, where there is
 * one, the correlation id. Secrets and phone numbers are taken out of the finished line, so no caller can forget to.
 * @param destination where lines go; standard output unless given.
 */
export function createLog(options: {
  service: string;
  level: LogLevel;
  destination?: DestinationStream;
}): Log {
  const { service, level, destination } = options;
  return pino(
    {
      level,
      base: { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: withErrors },
      mixin: correlation,
      hooks: { streamWrite: redactLine },
    },
    destination ?? pino.destination({ fd: 1, sync: true }),
  );
}

/** Errors under any name, with message, stack and causes: pino writes those out that are called `err`, and `{}` for the others. */
function withErrors(fields: Record<string, unknown>): Record<string, unknown> {
  if (!Object.values(fields).some(holdsError)) return fields;
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, written(value)]));
}

const holdsError = (value: unknown): boolean =>
  types.isNativeError(value) || (Array.isArray(value) && value.some(types.isNativeError));

function written(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(written);
  return types.isNativeError(value) ? pino.stdSerializers.err(value) : value;
}

function correlation(): { correlationId?: string } {
  const correlationId = currentCorrelationId();
  return correlationId === undefined ? {} : { correlationId };
}
