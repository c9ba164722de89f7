import { defineTexts } from '@/i18n/texts';

export const warmTexts = defineTexts({
  zh: {
    waits: '{celsius}℃，超过上限 {max}℃ · 等运营决定',
    accept: '{celsius}℃，超过上限 {max}℃ · 运营同意收下：{reason}',
    send_back: '{celsius}℃，超过上限 {max}℃ · 运营决定退回：{reason}',
  },
  en: {
    waits: '{celsius} °C, above the {max} °C allowed · an operator decides',
    accept: '{celsius} °C, above the {max} °C allowed · accepted: {reason}',
    send_back: '{celsius} °C, above the {max} °C allowed · sent back: {reason}',
  },
});
