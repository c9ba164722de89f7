import express, { type Request, type Response, type Router } from 'express';
import { pause } from '../../../kit/clock';
import { SLOW_MS, isCutOff } from '../../kit/http/faults';
import { randomText } from '../../kit/ids';
import type { SandboxLog } from '../../kit/log';
import { callLimited, invalid, isRefusal, systemError } from '../failures';
import { openCashier, pageMethods } from './cashier';
import { signedAnswer } from '../signing';
import type { Bills } from '../operations/bills';
import type { World } from '../world';
import type { AlipayFaults } from './faults';
import { isBare, methods } from './methods';
import { bizContent, checkRequest, fieldsOf } from './request';

type Dependencies = {
  world: World;
  bills: Bills;
  faults: AlipayFaults;
  log: SandboxLog;
  commit: () => Promise<void>;
};

/** Alipay's gateway: signed calls, signed answers, always with status 200; and the way into the cashier for browsers. */
export function createGateway({ world, bills, faults, log, commit }: Dependencies): Router {
  const router = express.Router();
  const form = express.urlencoded({ extended: false, limit: '1mb', parameterLimit: 100 });
  router.all('/gateway.do', form, (req, res) => serve(req, res));
  router.get('/downloadbill', (req, res) => {
    const file = bills.file(req.query['token']);
    if (file) res.type('application/zip').attachment('bill.csv.zip').send(file);
    else res.sendStatus(404);
  });

  async function serve(req: Request, res: Response) {
    res.set('trace_id', randomText(32));
    const fields = fieldsOf(req);
    const method = fields['method'] ?? '';
    let key = world.account.alipay.privateKey;
    let body: object;
    try {
      checkRequest(world.account, fields);
      const fault = faults.take(req.method, method);
      if (fault === 'bad_gateway') return void res.status(502).type('html').send('<h1>502 Bad Gateway</h1>');
      if (isCutOff(fault, 'before', req)) return;
      if (fault === 'forged_answer') key = world.account.app.privateKey;
      if (fault === 'error_before') throw systemError();
      if (fault === 'rate_limited') throw callLimited();
      const run = pageMethods.has(method) ? openCashier : methods.get(method);
      if (!run) throw invalid('isv.invalid-method', '不存在的方法名');
      const call = { world, bills, common: fields, biz: bizContent(fields) };
      const result = world.store.allOrNothing(() => run(call), isRefusal);
      await commit();
      if (fault === 'error_after') throw systemError();
      if (isCutOff(fault, 'after', req)) return;
      if (fault === 'slow') await pause(world.now, SLOW_MS);
      if (typeof result === 'string') {
        res.redirect(302, result);
        return;
      }
      body = isBare(method) ? result : { code: '10000', msg: 'Success', ...result };
    } catch (error) {
      if (!isRefusal(error)) log.error({ err: error }, 'the Alipay sandbox failed');
      const failure = isRefusal(error) ? error : systemError();
      body = failure.body;
      if (pageMethods.has(method)) {
        // A person stands before it: they read a page, not JSON.
        const { sub_code: code, sub_msg: message } = failure.body;
        return void res.status(400).type('text/plain').send(`${code} ${message}`);
      }
    }
    const isKnown = methods.has(method) && !(isBare(method) && 'sub_code' in body);
    const name = isKnown ? `${method.replaceAll('.', '_')}_response` : 'error_response';
    res.type('text/html;charset=utf-8').send(signedAnswer(name, body, key));
  }
  return router;
}
