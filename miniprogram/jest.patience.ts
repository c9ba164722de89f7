import { configure } from '@testing-library/react';

// What a test waits for comes or does not: how busy the machine is decides neither.
configure({ asyncUtilTimeout: 10_000 });
