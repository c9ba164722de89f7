import { anElf } from '../../../tests/support/elf';
import { NotAnElfFile, readElf } from './elf';
import { CannotMend, elfHash, mendGlibc } from './glibcMend';

const X86_64 = 62;
const RISC_V = 243;

test('points what asks for glibc 2.38 at the first glibc, and the new names at their classic twins', () => {
  const original = anElf({
    machine: X86_64,
    needs: ['GLIBC_2.2.5', 'GLIBC_2.38'],
    symbols: [
      ['malloc', 'GLIBC_2.2.5'],
      ['fmod', 'GLIBC_2.38'],
      ['__isoc23_strtol', 'GLIBC_2.38'],
      ['__isoc23_own', 'GLIBC_2.2.5'],
    ],
  });
  const mended = readElf(mendGlibc(original));

  expect(mended.needs.map((need) => need.name)).toEqual(['GLIBC_2.2.5', 'GLIBC_2.2.5']);
  expect(mended.symbols.map((symbol) => symbol.name)).toEqual(['malloc', 'fmod', 'strtol', '__isoc23_own']);
  const [old, renamed] = mended.needs;
  const bytes = mendGlibc(original);
  expect(bytes.readUInt32LE(renamed!.hashAt)).toBe(bytes.readUInt32LE(old!.hashAt));
  expect(readElf(original).needs[1]!.name).toBe('GLIBC_2.38'); // the original stays as it was
});

test('leaves a file alone that asks for nothing so new', () => {
  const original = anElf({ machine: X86_64, needs: ['GLIBC_2.2.5'], symbols: [['malloc', 'GLIBC_2.2.5']] });
  expect(mendGlibc(original).equals(original)).toBe(true);
});

test('refuses what it does not know', () => {
  const needs = ['GLIBC_2.38'];
  expect(() => mendGlibc(anElf({ machine: RISC_V, needs, symbols: [] }))).toThrow(CannotMend);
  expect(() => mendGlibc(anElf({ machine: X86_64, needs, symbols: [] }))).toThrow(CannotMend); // no old name to use
  expect(() => mendGlibc(Buffer.from('#!/bin/sh\n'.padEnd(80)))).toThrow(NotAnElfFile);
  expect(() => mendGlibc(Buffer.alloc(0))).toThrow(NotAnElfFile);
});

test('hashes version names as the loader does', () => {
  expect(elfHash('GLIBC_2.2.5')).toBe(0x09691a75);
});
