import { dialled } from '../../contracts/phone';

const hidden = '[hidden]';

/** Names of fields whose value never leaves the process. Compared in lower case without `-` and `_`. */
const secretName =
  /^(authorization|proxyauthorization|cookie|setcookie|session|sessionid|sessionkey|xapikey|apikey|privatekey|signature|stripesignature|otp|onetimecode|jscode|pickupcode|credential)$|passw(or)?d|passphrase|secret|token/;
const phoneName = /^(phone|mobile|tel|telephone|phonenumber|purephonenumber|mobilenumber|msisdn)$/;
/** A `code` that is the name of an error, not something that a person types. */
const errorCode = /^([A-Z][A-Z_]{3,}|E[A-Z]{3,}\w*|[a-z]+(_[a-z]+)+)$/;

const secretText: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi, `$1 ${hidden}`],
  [/\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g, hidden],
  [/\b(sk|rk|whsec|pk)_(live_|test_)?\w{8,}/g, hidden],
  [/\bpi_\w+_secret_\w+/g, hidden],
  [/\/\/[^\s/@"]+@/g, `//${hidden}@`],
  [/([?&;](?:\w*(?:token|secret|password|key|signature)|(?:js_)?code|openid)=)[^\s&"#;]+/gi, `$1${hidden}`],
  [/(?<![\w.-])(\+?86[- ]?)?(1[3-9]\d)[- ]?\d{4}[- ]?(\d{4})(?![\w-])/g, '$1$2****$3'],
  [/(?<![\w.-])(\+8(?:52|53|86))[- ]?\d{4,5}[- ]?(\d{4})(?!\d)/g, '$1****$2'],
  [/(?<![\w.-])(0\d{2,3})-\d{3,4}(\d{4})(?!\d)/g, '$1****$2'],
];

/** One cheap look that finds every line which may need `redact`. */
const suspicious =
  /authori|cookie|session|api.?key|private.?key|signature|otp|one.?time|code|credential|passw|passphrase|secret|token|phone|mobile|tel|msisdn|bearer|basic|eyJ|sk_|rk_|pk_|whsec|@|key=|openid|1[3-9]\d|\+8[58]|\b0\d{2,3}-\d{7}/i;

/** A JSON log line without secrets and with phone numbers masked, however deep in it they stand. */
export function redactLine(line: string): string {
  if (!suspicious.test(line)) return line;
  return `${JSON.stringify(redact(JSON.parse(line)))}\n`;
}

/** A JSON value, the field `name` of something, without secrets and with phone numbers masked. */
export const redactFields = (value: unknown, name: string): unknown => redact(value, plain(name));

/** Whether the whole value of a field of this name is a secret. */
export const isSecretName = (name: string): boolean => secretName.test(plain(name));

function redact(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => redact(item, name));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, redact(inner, plain(key))]));
  if (typeof value !== 'string' && typeof value !== 'number') return value;
  if (secretName.test(name)) return hidden;
  if (phoneName.test(name)) return maskPhone(String(value));
  if (typeof value === 'number') return value;
  return name === 'code' && !errorCode.test(value) ? hidden : redactText(value);
}

/** `13812345678` → `138****5678`, `010-65551234-801` → `010****1234`: enough to recognise a number, too little to call it. */
function maskPhone(phone: string): string {
  const [digits = ''] = dialled(phone).split(',');
  return digits.length < 8 ? hidden : `${digits.slice(0, -8)}****${digits.slice(-4)}`;
}

function redactText(text: string): string {
  return secretText.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), text);
}

const plain = (name: string) => name.replace(/[-_]/g, '').toLowerCase();
