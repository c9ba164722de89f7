import { defineTexts } from '@/i18n/texts';

export const warmCrateTexts = defineTexts({
  zh: {
    warmCrate: '{name} · 周转箱 {crate} 超温',
    warmAccept: '收下这箱',
    warmAcceptTitle: '收下周转箱 {crate}？',
    warmAcceptBody: '骑手可以按 {celsius}℃ 交货，这条记录会一直留在箱子上。骑手在站点等着。',
    warmSendBack: '退回这箱',
    warmSendBackTitle: '退回周转箱 {crate}？',
    warmSendBackBody: '{celsius}℃ 的这箱不交给团长，按缺货算：团长点收后，邻居收到退款。骑手在站点等着。',
    warmReason: '原因',
    warmReasonHint: '骑手和团长都看得到',
    warmReasonNeeded: '请写明原因',
  },
  en: {
    warmCrate: '{name} · crate {crate} is too warm',
    warmAccept: 'Accept it',
    warmAcceptTitle: 'Accept crate {crate}?',
    warmAcceptBody:
      'The courier, who waits at the stop, can hand it over at {celsius} °C. It stays marked as too warm for good.',
    warmSendBack: 'Send it back',
    warmSendBackTitle: 'Send back crate {crate}?',
    warmSendBackBody:
      'At {celsius} °C it is not handed over. Its lines are refunded once the leader has counted the rest. The courier waits at the stop.',
    warmReason: 'Why',
    warmReasonHint: 'Courier and leader see it',
    warmReasonNeeded: 'Say why',
  },
});
