import { type LineChange, type PurchaseOrder, unitsOf } from './purchaseOrder';
import { stateOf } from './state';

/**
 * What a supplier reads before it opens the link: in both languages, and without prices, as mail is read by many. All that is needed
 * stands in it; before that, what changed since the last mail that left for the same address.
 */
export function purchaseMail(
  order: PurchaseOrder,
  { to, url }: { readonly to: string; readonly url: string },
): { readonly subject: string; readonly text: string } {
  const { number, pickupDate, lines } = order;
  const isCancelled = stateOf(order) === 'cancelled';
  const changed = isCancelled ? [] : changedFor(order, to);
  const words = isCancelled ? cancelled : changed.length > 0 ? altered : fresh;
  const goods = lines
    .filter((line) => unitsOf(line) > 0)
    .map((line) => `· ${line.title.zh} / ${line.title.en}: ${unitsOf(line)}`);
  const differences = changed.map(
    ({ title, before, after }) => `· ${title.zh} / ${title.en}: ${before} → ${after}`,
  );
  return {
    subject: `${words.zh} / ${words.en}: ${number} (${pickupDate})`,
    text: [
      words.zhDetail,
      words.enDetail,
      '',
      ...(changed.length > 0 ? ['变化 / Changes:', ...differences, '', '现共需 / Needed now:'] : []),
      ...(isCancelled ? [] : [...goods, '', '查看与确认 / Read and answer:', url]),
    ].join('\n'),
  };
}

/** What changed since the last mail that left for an address, each Sku once; nothing for who never got one. */
function changedFor({ sendings, changes }: PurchaseOrder, to: string): LineChange[] {
  const last = sendings.findLast((sending) => sending.to === to && sending.leftAt);
  if (!last) return [];
  const changed = new Map<string, LineChange>();
  for (const line of changes.slice(last.knewChanges ?? 0).flatMap(({ lines }) => lines))
    changed.set(line.skuId, { ...line, before: changed.get(line.skuId)?.before ?? line.before });
  return [...changed.values()].filter(({ before, after }) => before !== after);
}

const fresh = {
  zh: '邻团采购单',
  en: 'Lintuan purchase order',
  zhDetail: '您好，请打开链接查看采购单，并确认能到多少。',
  enDetail: 'Please open the link, read the purchase order and tell us how much comes.',
};
const altered = {
  zh: '邻团采购单有变化',
  en: 'Lintuan purchase order changed',
  zhDetail: '您好，采购数量有变化，请打开链接核对。',
  enDetail: 'What we need has changed. Please open the link and look again.',
};
const cancelled = {
  zh: '邻团采购单已取消',
  en: 'Lintuan purchase order cancelled',
  zhDetail: '您好，这张采购单已取消，请不要备货。',
  enDetail: 'We need nothing of this purchase order any more. Please deliver nothing.',
};
