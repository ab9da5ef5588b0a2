/** Words are taken as zsh read them; their quotes are removed and nothing in them is evaluated. */
export const zshScript = String.raw`#compdef crossorg
# Completion of crossorg for zsh. In ~/.zshrc, after compinit:  source <(crossorg completion zsh)

_crossorg() {
  local -a offers described
  local offer how
  offers=("${'$'}{(@f)$(crossorg complete -- "${'$'}{(@Q)words[2,CURRENT-1]}" "${'$'}{(Q)PREFIX}" 2>/dev/null)}")
  how=${'$'}{offers[-1]}
  if [[ $how == :0 ]]; then
    compset -P '--*='
    _files
    return
  fi
  for offer in $offers; do
    [[ $offer == *$'\t'* ]] || continue
    described+=("${'$'}{${'$'}{offer%%$'\t'*}//:/\\:}:${'$'}{offer#*$'\t'}")
  done
  _describe -t words 'crossorg' described
}

if [[ ${'$'}{funcstack[1]} == _crossorg ]]; then
  _crossorg "$@"
else
  (( ${'$'}{+functions[compdef]} )) || { autoload -Uz compinit && compinit }
  compdef _crossorg crossorg
fi
`;
