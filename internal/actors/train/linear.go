package main

import (
	"math"
	"math/rand/v2"
	"sync"
)

// workers is how many goroutines the trainer uses.
const workers = 2

// parallel calls f for 0 to n-1 on all workers.
func parallel(n int, f func(i int)) {
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for i := w; i < n; i += workers {
				f(i)
			}
		})
	}
	wg.Wait()
}

func randomMatrix(n, d int) [][]float32 {
	r := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // reproducible on purpose
	m := make([][]float32, n)
	for i := range m {
		m[i] = make([]float32, d)
		for j := range m[i] {
			m[i][j] = float32(r.NormFloat64())
		}
	}
	return m
}

// product returns rows times m.
func product(rows [][]cell, m [][]float32) [][]float32 {
	out := make([][]float32, len(rows))
	parallel(len(rows), func(i int) {
		v := make([]float32, len(m[0]))
		for _, c := range rows[i] {
			axpy(v, c.value, m[c.column])
		}
		out[i] = v
	})
	return out
}

// transposed returns the transpose of rows, which has n columns, times m.
func transposed(rows [][]cell, m [][]float32, n int) [][]float32 {
	out := make([][]float32, n)
	for i := range out {
		out[i] = make([]float32, len(m[0]))
	}
	for i, row := range rows {
		for _, c := range row {
			axpy(out[c.column], c.value, m[i])
		}
	}
	return out
}

// orthonormal makes the columns of m orthonormal (modified Gram-Schmidt).
func orthonormal(m [][]float32) [][]float32 {
	d := len(m[0])
	for j := range d {
		for k := range j {
			s := 0.0
			for i := range m {
				s += float64(m[i][j]) * float64(m[i][k])
			}
			for i := range m {
				m[i][j] -= float32(s) * m[i][k]
			}
		}
		s := 0.0
		for i := range m {
			s += float64(m[i][j]) * float64(m[i][j])
		}
		s = 1 / math.Max(math.Sqrt(s), 1e-12)
		for i := range m {
			m[i][j] *= float32(s)
		}
	}
	return m
}

// gram returns the transpose of m times m.
func gram(m [][]float32) [][]float64 {
	d := len(m[0])
	g := make([][]float64, d)
	for i := range g {
		g[i] = make([]float64, d)
	}
	for _, row := range m {
		for i, x := range row {
			for j, y := range row {
				g[i][j] += float64(x) * float64(y)
			}
		}
	}
	return g
}

// eigen returns the eigenvalues and, as columns, the eigenvectors of symmetric
// matrix a, which it overwrites (cyclic Jacobi rotations).
func eigen(a [][]float64) (values []float64, vectors [][]float64) {
	n := len(a)
	vectors = make([][]float64, n)
	for i := range vectors {
		vectors[i] = make([]float64, n)
		vectors[i][i] = 1
	}
	for range 12 {
		for p := range n {
			for q := p + 1; q < n; q++ {
				rotate(a, vectors, p, q)
			}
		}
	}
	values = make([]float64, n)
	for i := range values {
		values[i] = a[i][i]
	}
	return values, vectors
}

func rotate(a, v [][]float64, p, q int) {
	if math.Abs(a[p][q]) < 1e-12 {
		return
	}
	theta := (a[q][q] - a[p][p]) / (2 * a[p][q])
	t := 1 / (math.Abs(theta) + math.Sqrt(theta*theta+1))
	if theta < 0 {
		t = -t
	}
	c := 1 / math.Sqrt(t*t+1)
	s := t * c
	for k := range a {
		a[k][p], a[k][q] = c*a[k][p]-s*a[k][q], s*a[k][p]+c*a[k][q]
	}
	for k := range a {
		a[p][k], a[q][k] = c*a[p][k]-s*a[q][k], s*a[p][k]+c*a[q][k]
		v[k][p], v[k][q] = c*v[k][p]-s*v[k][q], s*v[k][p]+c*v[k][q]
	}
}

func axpy(y []float32, a float32, x []float32) {
	for i := range y {
		y[i] += a * x[i]
	}
}

func dot(x, y []float32) (s float32) {
	for i := range x {
		s += x[i] * y[i]
	}
	return s
}

func unit(v []float32) []float32 {
	s := float32(1 / math.Max(math.Sqrt(float64(dot(v, v))), 1e-12))
	for i := range v {
		v[i] *= s
	}
	return v
}
