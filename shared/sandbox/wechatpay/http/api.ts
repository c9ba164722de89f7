import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { pause } from '../../../kit/clock';
import { SLOW_MS, isCutOff } from '../../kit/http/faults';
import { randomText } from '../../kit/ids';
import type { SandboxLog } from '../../kit/log';
import { WechatPayFailure, isRefusal, paramError, systemError } from '../failures';
import type { Bills } from '../operations/bills';
import { answerHeaders, signatureHeaders } from '../signing';
import { time, type World } from '../world';
import { createAuthorise } from './authorise';
import type { WechatPayFaults } from './faults';
import { routes, type Route } from './routes';

type Answer = { status: number; body: string };
type Dependencies = {
  world: World;
  bills: Bills;
  faults: WechatPayFaults;
  log: SandboxLog;
  commit: () => Promise<void>;
};

/** APIv3 under `/v3`: signed calls, signed answers, WeChat Pay's error objects. */
export function createApi({ world, bills, faults, log, commit }: Dependencies): Router {
  const authorise = createAuthorise(world);
  const router = express.Router();
  router.use('/v3', express.text({ type: () => true, limit: '1mb' }));
  for (const route of routes)
    router[route.method](route.path, (req: Request<Record<string, string>>, res) => serve(route, req, res));
  router.get('/v3/billdownload/file', download);
  router.use('/v3', (req: Request<Record<string, string>>, res) => serve(null, req, res));
  router.use('/v3', (error: unknown, _req: Request, res: Response, _next: NextFunction) => {
    log.info({ err: error }, 'the WeChat Pay sandbox could not read a request');
    reply(res, failureAnswer(paramError('/', '请求包体有误')));
  });

  async function serve(route: Route | null, req: Request<Record<string, string>>, res: Response) {
    res.set('Request-ID', randomText(24));
    try {
      const body = checked(req);
      const fault = faults.take(req.method, req.originalUrl);
      if (fault === 'error_before') throw systemError();
      if (fault === 'rate_limited')
        throw new WechatPayFailure('FREQUENCY_LIMITED', '频率超限，请降低请求频率后重试');
      if (isCutOff(fault, 'before', req)) return;
      const answer = await perform(route, req, body);
      if (fault === 'error_after') throw systemError();
      if (isCutOff(fault, 'after', req)) return;
      if (fault === 'slow') await pause(world.now, SLOW_MS);
      res.set(
        fault === 'forged_answer'
          ? signatureHeaders(answer.body, forger(), time(world))
          : answerHeaders(world, answer.body, req.get('wechatpay-serial')),
      );
      reply(res, answer);
    } catch (error) {
      if (!isRefusal(error)) log.error({ err: error }, 'the WeChat Pay sandbox failed');
      reply(res, failureAnswer(error));
    }
  }

  /** Signed by the merchant's key instead of WeChat Pay's. */
  const forger = () => ({
    serial: world.account.platform.publicKeyId,
    privateKey: world.account.merchant.privateKey,
  });

  /** The body as it was signed. @throws WechatPayFailure SIGN_ERROR, PARAM_ERROR for headers that WeChat Pay wants */
  function checked(req: Request): string {
    const body = typeof req.body === 'string' ? req.body : '';
    if (!req.get('user-agent') || !req.get('accept'))
      throw paramError('/', 'Http头缺少Accept或User-Agent', { location: 'header' });
    authorise({ method: req.method, url: req.originalUrl, body, authorization: req.get('authorization') });
    if (req.method === 'POST' && !req.is('application/json'))
      throw paramError('/', 'Http头Content-Type须为application/json', { location: 'header' });
    return body;
  }

  async function perform(
    route: Route | null,
    req: Request<Record<string, string>>,
    body: string,
  ): Promise<Answer> {
    try {
      if (!route) throw new WechatPayFailure('NOT_FOUND', `替身不支持 ${req.method} ${req.path}`);
      const call = {
        world,
        bills,
        id: req.params['id'] ?? '',
        query: { ...req.query },
        body: json(route, body),
      };
      const result = world.store.allOrNothing(() => route.run(call), isRefusal);
      await commit();
      return result === null ? { status: 204, body: '' } : { status: 200, body: JSON.stringify(result) };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return failureAnswer(error);
    }
  }

  /** A bill's file: the call is signed, the answer is not. */
  function download(req: Request, res: Response) {
    try {
      checked(req);
      res.type('text/plain').send(bills.file(req.query['token']));
    } catch (error) {
      if (!isRefusal(error)) log.error({ err: error }, 'the WeChat Pay sandbox failed');
      reply(res, failureAnswer(error));
    }
  }

  return router;
}

function json({ method }: Route, body: string): unknown {
  if (method === 'get') return undefined;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw paramError('/', '请求包体不是合法的JSON');
  }
}

function failureAnswer(error: unknown): Answer {
  const { status, code, message, detail } = isRefusal(error) ? error : systemError();
  return { status, body: JSON.stringify({ code, message, ...(detail && { detail }) }) };
}

function reply(res: Response, { status, body }: Answer) {
  res.status(status);
  if (status === 204) res.end();
  else res.type('application/json').send(body);
}
