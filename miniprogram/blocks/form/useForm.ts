import { useEffect, useState } from 'react';
import { useWrite } from '@/client/useWrite';
import { showField } from '@/platform/showField';
import { refusedFields, type Wrong } from './refusal';

type FormOptions<Draft, Reply> = {
  /** Begins the ids of the fields. */
  name: string;
  /** Carries the version that was seen, so that saving tells when somebody else was faster. */
  start: Draft;
  check: (draft: Draft) => Wrong<Draft>;
  save: (key: string, draft: Draft) => Promise<Reply>;
  onSaved: (reply: Reply) => void;
  /** Which fields a refusal is about, besides those that the server names. */
  refusal?: (error: unknown) => Wrong<Draft>;
  /** Reads the thing anew, after somebody else changed it. */
  reload?: () => Promise<Draft>;
};

type Typed<Draft> = { [Name in keyof Draft]: Draft[Name] extends string ? Name : never }[keyof Draft] &
  string;

/** What is typed into a form, what is wrong with it, and how it is sent. Faults are told once sending was tried. */
export const useForm = <Draft extends object, Reply>(options: FormOptions<Draft, Reply>) => {
  const [draft, setDraft] = useState(options.start);
  const [tried, setTried] = useState(false);
  const write = useWrite(options.save, { onSuccess: options.onSaved });
  const found = options.check(draft);
  const refused: Wrong<Draft> = write.isError
    ? { ...refusedFields(write.error, draft), ...options.refusal?.(write.error) }
    : {};

  const change = (part: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...part }));
    if (!write.isPending) write.reset();
  };
  const restart = (next: Draft) => {
    setDraft(next);
    setTried(false);
    write.reset();
  };
  const errorOf = (name: keyof Draft): string | undefined =>
    (tried ? found[name] : undefined) ?? refused[name];
  const firstWrong = (wrong: Wrong<Draft>) =>
    Object.keys(draft).find((field) => wrong[field as keyof Draft] !== undefined);
  const send = (sent: Draft) => {
    setTried(true);
    const wrong = firstWrong(found);
    if (wrong === undefined) write.mutate(sent);
    else showField(`${form}-${wrong}`);
  };
  const { name: form } = options;
  const refusedField = firstWrong(refused);
  useEffect(() => {
    if (refusedField !== undefined) showField(`${form}-${refusedField}`);
  }, [form, refusedField]);

  return {
    draft,
    change,
    /** Begins again with something else: what was saved, or what somebody else made of it. */
    restart,
    errorOf,
    submit: () => send(draft),
    /** The same with what a question of the server was answered with: it holds for this time only. */
    submitWith: (answer: Partial<Draft>) => send({ ...draft, ...answer }),
    /** Whether some field says what is wrong with it. */
    faulty: refusedField !== undefined || (tried && firstWrong(found) !== undefined),
    busy: write.isPending,
    /** Why it could not be saved. */
    problem: write.error ?? undefined,
    reload: options.reload && (async () => restart((await options.reload?.()) ?? options.start)),
    /** What a field for typed words needs. */
    field: (name: Typed<Draft>) => ({
      id: `${form}-${name}`,
      value: String(draft[name]),
      error: errorOf(name),
      onChange: (value: string) => change({ [name]: value } as unknown as Partial<Draft>),
    }),
  };
};

export type Form = Pick<ReturnType<typeof useForm>, 'problem' | 'reload' | 'faulty'>;

/** A form with what sends it. */
export type SendableForm = Form & Pick<ReturnType<typeof useForm>, 'busy' | 'submit'>;
