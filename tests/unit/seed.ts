import fc from 'fast-check';

/** One seed for all, so that what passed once passes again. `PROPERTY_SEED=$RANDOM npm run unit` looks for what no seed has found yet. */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 1) });
