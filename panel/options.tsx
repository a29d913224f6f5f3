import { render } from 'preact';
import { createOptionsModel } from './model/options-model.ts';
import { Options } from './view/options.tsx';

const root = document.getElementById('root');
if (root) render(<Options model={createOptionsModel()} />, root);
