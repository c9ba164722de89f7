import path from 'node:path';

/** Modern syntax that the platforms' engines may not know yet: node_modules are not transpiled otherwise. */
const modern = ['@tanstack', 'zod', 'i18next', 'zustand', 'uqr', 'engine.io-client', 'engine.io-parser'];
const modules = path.resolve(__dirname, '..', '..', 'node_modules');

export const compile = {
  include: [
    path.resolve(__dirname, '..', '..', 'shared'),
    ...modern.map((name) => path.join(modules, name)),
    path.join(modules, 'socket.io-client'),
    path.join(modules, 'socket.io-parser'),
  ],
};
