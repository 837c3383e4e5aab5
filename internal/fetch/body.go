package fetch

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/andybalholm/brotli"
)

// maxRatio is how many times its size a body may grow when it is decompressed,
// once it is larger than a mebibyte. Pages of text stay under 30.
const maxRatio = 200

// paced reads a body, counts its bytes, and gives up when it pauses too long.
type paced struct {
	r       io.Reader
	pause   time.Duration
	stalled func()
	timer   *time.Timer
	count   int64
}

func (p *paced) Read(b []byte) (int, error) {
	if p.timer == nil {
		p.timer = time.AfterFunc(p.pause, p.stalled)
	}
	n, err := p.r.Read(b)
	if n > 0 {
		p.timer.Reset(p.pause)
	}
	p.count += int64(n)
	return n, err
}

func (p *paced) stop() {
	if p.timer != nil {
		p.timer.Stop()
	}
}

// bounded refuses to read more than left bytes, and bodies that grow too much.
type bounded struct {
	r    io.Reader
	raw  *paced
	left int64
	read int64
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	b.left -= int64(n)
	b.read += int64(n)
	if b.left < 0 || b.read > 1<<20 && b.read > maxRatio*b.raw.count {
		return 0, ErrTooLarge
	}
	return n, err
}

// decompress undoes the content encodings of a response, at most two.
func decompress(r io.Reader, headers []string) (io.Reader, error) {
	var names []string
	for _, h := range headers {
		for name := range strings.SplitSeq(h, ",") {
			if name = strings.ToLower(strings.TrimSpace(name)); name != "" && name != "identity" {
				names = append(names, name)
			}
		}
	}
	if len(names) > 2 {
		return nil, fmt.Errorf("%w: %s", ErrEncoding, strings.Join(names, ", "))
	}
	for _, name := range slices.Backward(names) {
		var err error
		if r, err = decoder(name, r); err != nil {
			return nil, err
		}
	}
	return r, nil
}

func decoder(name string, r io.Reader) (io.Reader, error) {
	switch name {
	case "gzip", "x-gzip":
		b := bufio.NewReader(r)
		if mark, _ := b.Peek(2); !bytes.Equal(mark, []byte{0x1F, 0x8B}) {
			return b, nil // some servers name an encoding and do not use it
		}
		return gzip.NewReader(b)
	case "br":
		return brotli.NewReader(r), nil
	case "deflate": // zlib by the standard, bare by habit
		b := bufio.NewReader(r)
		if mark, _ := b.Peek(2); len(mark) == 2 && mark[0]&15 == 8 && (int(mark[0])<<8|int(mark[1]))%31 == 0 {
			return zlib.NewReader(b)
		}
		return flate.NewReader(b), nil
	}
	return nil, fmt.Errorf("%w: %q", ErrEncoding, name)
}

// looksLikeHTML reports whether a body begins like an HTML page.
func looksLikeHTML(body []byte) bool {
	head := bytes.ToLower(body[:min(len(body), 1024)])
	return bytes.Contains(head, []byte("<!doctype html")) || bytes.Contains(head, []byte("<html"))
}
